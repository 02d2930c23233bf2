/** The question of the cost figure, whole and plain, so that tools can read it as it stands. */
export const costDocument = /* GraphQL */ `
  query CostFigure($release: ID!, $where: CohortInput, $outcome: OutcomeInput!, $by: Dimension) {
    cohort(release: $release, where: $where) {
      sentence
      patients {
        value
        hidden
      }
      notApplied {
        dimension
        sentence
      }
      release {
        id
        number
        publishedOn
        checksum
        dataset {
          name
          title
          kind
          licence
          citation
        }
      }
      disclosure {
        profile
        smallestCount
        roundedTo
        sentence
      }
      cost(outcome: $outcome, by: $by) {
        answered {
          notApplied {
            dimension
            sentence
          }
          release {
            id
            number
            publishedOn
            checksum
          }
        }
        derived
        monthsCostOf
        groups {
          group {
            code
            label
            short
          }
          instrument
          patients {
            value
            hidden
          }
          perSession {
            value
            lower
            upper
            hidden
            bound
          }
          perCourse {
            time
            patients {
              value
              hidden
            }
            dollars {
              value
              lower
              upper
              hidden
              bound
            }
          }
          perResponder {
            patients {
              value
              hidden
            }
            responders {
              value
              hidden
            }
            dollars {
              value
              lower
              upper
              hidden
              bound
            }
          }
          perResponderMonth {
            patients {
              value
              hidden
            }
            responders {
              value
              hidden
            }
            months {
              value
              lower
              upper
              hidden
              bound
            }
            dollars {
              value
              lower
              upper
              hidden
              bound
            }
          }
        }
      }
    }
  }
`;
